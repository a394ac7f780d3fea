#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# replace volume data: source "csi vol-0a1b2c3d4e5f60718" becomes "csi vol-0a1b2c3d4e5f60719", which the API server does not let change
# create claim shop/orders: it is not in the cluster
# replace claim shop/pvc-data: volume data is for claim shop/orders now
set -eu

printf '%s\n' '1/5 Delete claim shop/pvc-data; its disk stays'
# volume data is for claim shop/orders now
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

printf '%s\n' '2/5 Delete volume data; its disk stays'
# source "csi vol-0a1b2c3d4e5f60718" becomes "csi vol-0a1b2c3d4e5f60719", which the API server does not let change
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'v-data' ]; then
  is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.spec.persistentVolumeReclaimPolicy} {.spec.claimRef.uid}')
  if ! [ "$is" = 'Retain c-1' ]; then
    printf '%s\n' 'step 2: volume data has changed since the dump; make a new plan' >&2
    exit 1
  fi
  kubectl delete --raw /api/v1/persistentvolumes/data -f - >/dev/null <<'EOF'
{"apiVersion": "v1", "kind": "DeleteOptions", "preconditions": {"uid": "v-data"}}
EOF
  kubectl wait pv/data --for=delete --timeout=5m
fi

printf '%s\n' '3/5 Create volume data'
# the volume as the spec says
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = '' ]; then
  kubectl create --save-config -f - <<'EOF'
apiVersion: v1
kind: PersistentVolume
metadata:
  name: data
spec:
  accessModes:
  - ReadWriteOnce
  capacity:
    storage: 20Gi
  claimRef:
    apiVersion: v1
    kind: PersistentVolumeClaim
    name: orders
    namespace: shop
  csi:
    driver: ebs.csi.aws.com
    volumeHandle: vol-0a1b2c3d4e5f60719
  nodeAffinity:
    required:
      nodeSelectorTerms:
      - matchExpressions:
        - key: topology.kubernetes.io/zone
          operator: In
          values:
          - eu-west-1b
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ""
  volumeMode: Filesystem
EOF
fi

printf '%s\n' '4/5 Create claim shop/orders'
# it is not in the cluster
is=$(kubectl get pvc/orders --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = '' ]; then
  kubectl create --save-config -f - <<'EOF'
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: orders
  namespace: shop
spec:
  accessModes:
  - ReadWriteOnce
  resources:
    requests:
      storage: 20Gi
  storageClassName: ""
  volumeMode: Filesystem
  volumeName: data
EOF
fi

printf '%s\n' '5/5 Wait until claim shop/orders and volume data are bound'
# pods can start only then
kubectl wait pvc/orders --namespace=shop '--for=jsonpath={.status.phase}=Bound' --timeout=5m
kubectl wait pvc/orders --namespace=shop '--for=jsonpath={.spec.volumeName}=data' --timeout=5m
kubectl wait pv/data '--for=jsonpath={.status.phase}=Bound' --timeout=5m

printf '%s\n' 'done'
