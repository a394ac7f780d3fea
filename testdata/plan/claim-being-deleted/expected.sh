#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# patch volume data: persistentVolumeReclaimPolicy "Delete" becomes "Retain"; its claimRef drops the uid of the old claim shop/pvc-data
# replace claim shop/pvc-data: somebody has deleted it
# patch Deployment shop/web: it is scaled down from 1 to 0, and up again at the end
set -eu

printf '%s\n' '1/8 Set the reclaim policy of volume data to Retain'
# otherwise its disk would go with claim shop/pvc-data
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'v-data' ]; then
  kubectl patch pv/data --type=merge '--patch={"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
  kubectl wait pv/data '--for=jsonpath={.spec.persistentVolumeReclaimPolicy}=Retain' --timeout=5m
fi

printf '%s\n' '2/8 Scale Deployment shop/web down from 1 to 0'
# it uses claim shop/pvc-data, and a claim in use can't be deleted
is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-1' ]; then
  kubectl patch deployment/web --namespace=shop --type=merge '--patch={"metadata":{"annotations":{"fairlead.dev/replicas":"1"}},"spec":{"replicas":0}}'
  kubectl wait pods --namespace=shop --selector=app=web --for=delete --timeout=15m
fi

printf '%s\n' '3/8 Delete claim shop/pvc-data; its disk stays'
# somebody has deleted it
is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-1' ]; then
  is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.spec.persistentVolumeReclaimPolicy}')
  if ! [ "$is" = 'Retain' ]; then
    printf '%s\n' 'step 3: volume data has changed since the dump; make a new plan' >&2
    exit 1
  fi
  is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.status.phase} {.spec.volumeName}')
  if ! [ "$is" = 'Bound data' ]; then
    printf '%s\n' 'step 3: claim shop/pvc-data has changed since the dump; make a new plan' >&2
    exit 1
  fi
  is=$(kubectl get pods --namespace=shop '--output=jsonpath={range .items[*]} {.spec.volumes[*].persistentVolumeClaim.claimName} {end}')
  case "$is" in
    *' ''pvc-data'' '*)
      printf '%s\n' 'step 3: a pod mounts claim shop/pvc-data; make a new plan' >&2
      exit 1
      ;;
  esac
  kubectl delete --raw /api/v1/namespaces/shop/persistentvolumeclaims/pvc-data -f - >/dev/null <<'EOF'
{"apiVersion": "v1", "kind": "DeleteOptions", "preconditions": {"uid": "c-1"}}
EOF
  kubectl wait pvc/pvc-data --namespace=shop --for=delete --timeout=5m
fi

printf '%s\n' '4/8 Reserve volume data for claim shop/pvc-data'
# its claimRef has the uid of the old claim, and a new claim has another one
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid} {.spec.claimRef.uid} {.spec.claimRef.name}')
if [ "$is" = 'v-data c-1 pvc-data' ]; then
  is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
  if ! [ "$is" = '' ]; then
    printf '%s\n' 'step 4: claim shop/pvc-data is there again; make a new plan' >&2
    exit 1
  fi
  kubectl patch pv/data --type=json '--patch=[{"op":"test","path":"/spec/claimRef/uid","value":"c-1"},{"op":"remove","path":"/spec/claimRef/uid"}]'
fi

printf '%s\n' '5/8 Create claim shop/pvc-data'
# the claim as the spec says
is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = '' ]; then
  kubectl create --save-config -f - <<'EOF'
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: pvc-data
  namespace: shop
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

printf '%s\n' '6/8 Wait until claim shop/pvc-data and volume data are bound'
# pods can start only then
kubectl wait pvc/pvc-data --namespace=shop '--for=jsonpath={.status.phase}=Bound' --timeout=5m
kubectl wait pvc/pvc-data --namespace=shop '--for=jsonpath={.spec.volumeName}=data' --timeout=5m
kubectl wait pv/data '--for=jsonpath={.status.phase}=Bound' --timeout=5m

printf '%s\n' '7/8 Scale Deployment shop/web up to 1'
# as it was before
is=$(kubectl get deployment/web --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.annotations.fairlead\.dev/replicas}')
if [ "$is" = '1' ]; then
  kubectl patch deployment/web --namespace=shop --type=merge '--patch={"metadata":{"annotations":{"fairlead.dev/replicas":null}},"spec":{"replicas":1}}'
fi

printf '%s\n' '8/8 Wait until Deployment shop/web is ready'
# its pods have their disks again
kubectl rollout status deployment/web --namespace=shop --timeout=15m

printf '%s\n' 'done'
