#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# patch volume data: it is reserved for claim orders/pvc-data instead of claim shop/pvc-data
# create claim orders/pvc-data: it is not in the cluster
# replace claim shop/pvc-data: volume data is for claim orders/pvc-data now
set -eu

printf '%s\n' '1/4 Delete claim shop/pvc-data; its disk stays'
# volume data is for claim orders/pvc-data now
is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-1' ]; then
  is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.spec.persistentVolumeReclaimPolicy}')
  if ! [ "$is" = 'Retain' ]; then
    printf '%s\n' 'step 1: volume data has changed since the dump; make a new plan' >&2
    exit 1
  fi
  is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.status.phase} {.spec.volumeName}')
  if ! [ "$is" = 'Bound data' ]; then
    printf '%s\n' 'step 1: claim shop/pvc-data has changed since the dump; make a new plan' >&2
    exit 1
  fi
  is=$(kubectl get pods --namespace=shop '--output=jsonpath={range .items[*]} {.spec.volumes[*].persistentVolumeClaim.claimName} {end}')
  case "$is" in
    *' ''pvc-data'' '*)
      printf '%s\n' 'step 1: a pod mounts claim shop/pvc-data; make a new plan' >&2
      exit 1
      ;;
  esac
  kubectl delete --raw /api/v1/namespaces/shop/persistentvolumeclaims/pvc-data -f - >/dev/null <<'EOF'
{"apiVersion": "v1", "kind": "DeleteOptions", "preconditions": {"uid": "c-1"}}
EOF
  kubectl wait pvc/pvc-data --namespace=shop --for=delete --timeout=5m
fi

printf '%s\n' '2/4 Reserve volume data for claim orders/pvc-data'
# from now on, no other claim can be bound to it
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid} {.spec.claimRef.uid} {.spec.claimRef.name}')
if [ "$is" = 'v-data c-1 pvc-data' ]; then
  is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
  if ! [ "$is" = '' ]; then
    printf '%s\n' 'step 2: claim shop/pvc-data is there again; make a new plan' >&2
    exit 1
  fi
  kubectl patch pv/data --type=json '--patch=[{"op":"test","path":"/spec/claimRef/uid","value":"c-1"},{"op":"replace","path":"/spec/claimRef","value":{"apiVersion":"v1","kind":"PersistentVolumeClaim","namespace":"orders","name":"pvc-data"}}]'
fi

printf '%s\n' '3/4 Create claim orders/pvc-data'
# it is not in the cluster
is=$(kubectl get pvc/pvc-data --namespace=orders --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = '' ]; then
  kubectl create --save-config -f - <<'EOF'
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: pvc-data
  namespace: orders
spec:
  accessModes:
  - ReadWriteOnce
  resources:
    requests:
      storage: 50Gi
  storageClassName: ""
  volumeMode: Filesystem
  volumeName: data
EOF
fi

printf '%s\n' '4/4 Wait until claim orders/pvc-data and volume data are bound'
# pods can start only then
kubectl wait pvc/pvc-data --namespace=orders '--for=jsonpath={.status.phase}=Bound' --timeout=5m
kubectl wait pvc/pvc-data --namespace=orders '--for=jsonpath={.spec.volumeName}=data' --timeout=5m
kubectl wait pv/data '--for=jsonpath={.status.phase}=Bound' --timeout=5m

printf '%s\n' 'done'
